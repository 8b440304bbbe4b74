/* Comparisons: in one text or side by side, by kind, from change to change by button or key, straight to a place. */
(function(){
"use strict";
var d=document,bar=d.getElementById("bar"),rows=[].slice.call(d.querySelectorAll(".row"));
if(!bar){return}
var shown=d.getElementById("shown"),words=shown.getAttribute("data-words"),at=-1,marked=null;
function boxes(){return [].slice.call(bar.querySelectorAll("input[name=kind]"))}
function visible(){return rows.filter(function(row){return !row.hidden})}
function filter(){
  var wanted={};
  boxes().forEach(function(box){wanted[box.value]=box.checked});
  rows.forEach(function(row){
    var kinds=row.getAttribute("data-kinds").split(" ").filter(Boolean);
    row.hidden=kinds.length>0&&!kinds.some(function(kind){return wanted[kind]});
  });
  tell();
}
function tell(){shown.textContent=words.replace("##",rows.length).replace("#",visible().length)}
function view(name){d.body.className=d.body.className.replace(/(^| )(sides|inline)(?= |$)/g,"")+" "+name}
function show(row,focus){
  if(marked){marked.className=marked.className.replace(/ at( |$)/,"$1")}
  marked=row;row.className+=" at";
  if(focus){row.focus({preventScroll:true})}
  row.scrollIntoView({block:"start"});
}
function go(step){
  var list=visible();
  if(!list.length){return}
  var now=list.indexOf(d.activeElement);
  if(now<0&&marked){now=list.indexOf(marked)}
  if(now<0){now=at<0?(step>0?-1:0):Math.min(at,list.length)}
  at=Math.max(0,Math.min(list.length-1,now+step));
  show(list[at],true);
}
/* A link to a place (cu.… or moi.…) opens the row it stands in, even if its kind was filtered out. */
function arrive(){
  var name=location.hash.slice(1),node;
  try{name=decodeURIComponent(name)}catch(e){return}
  node=name?d.getElementById(name):null;
  while(node&&rows.indexOf(node)<0){node=node.parentNode}
  if(!node){return}
  if(node.hidden){node.hidden=false;tell()}
  show(node,false);
}
bar.addEventListener("change",function(event){
  if(event.target.name==="view"){view(event.target.value)}else{filter()}
});
bar.addEventListener("submit",function(event){event.preventDefault()});
d.getElementById("next").addEventListener("click",function(){go(1)});
d.getElementById("before").addEventListener("click",function(){go(-1)});
d.addEventListener("keydown",function(event){
  var it=event.target;
  if(event.ctrlKey||event.altKey||event.metaKey){return}
  if(/^(TEXTAREA|SELECT)$/.test(it.tagName)||(it.tagName==="INPUT"&&!/^(checkbox|radio)$/.test(it.type))){return}
  if(event.key==="j"){go(1)}
  else if(event.key==="k"){go(-1)}
  else if(event.key==="s"){
    var other=/(^| )sides( |$)/.test(d.body.className)?"inline":"sides";
    bar.querySelector("input[value="+other+"]").checked=true;view(other);
  }else{return}
  event.preventDefault();
});
window.addEventListener("hashchange",arrive);
bar.hidden=false;filter();arrive();
})();
